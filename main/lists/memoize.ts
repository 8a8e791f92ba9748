/**
 * Remembers the answers of a pure function of one text: a day list says the same few dates, clinicians and statuses thousands of times.
 * Forgets everything at 5,000 entries, so a file full of odd texts cannot fill the memory.
 */
export function memoize<Result>(work: (text: string) => Result): (text: string) => Result {
  const answers = new Map<string, Result>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (answers.size >= 5000) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
