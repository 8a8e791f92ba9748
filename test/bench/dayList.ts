/** One patient of a made-up day: what they type at the kiosk. */
export interface BenchPatient {
  dateOfBirth: string;
  letter: string;
  postcode: string;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The `index`th patient. Birthdays are two days apart and never 1 January, so that the postcode is never asked. */
export function benchPatient(index: number): BenchPatient {
  const born = new Date(Date.UTC(1935, 1, 2 + index * 2));
  if (born.getUTCMonth() === 0 && born.getUTCDate() === 1) born.setUTCDate(2);
  return {
    dateOfBirth: born.toISOString().slice(0, 10),
    letter: letters[index % letters.length] ?? 'A',
    postcode: 'ZZ1 1ZZ',
  };
}

/** An EMIS-shaped list of `count` appointments on `day`, all open at ten o'clock. */
export function writeEmisList(count: number, day: string): string {
  const [year, month, date] = day.split('-');
  const rows = Array.from({ length: count }, (_unused, index) => {
    const { dateOfBirth, letter, postcode } = benchPatient(index);
    const [bornYear, bornMonth, bornDay] = dateOfBirth.split('-');
    const minutes = String(5 + (index % 20)).padStart(2, '0');
    return [
      `${date}/${month}/${year}`,
      `10:${minutes}`,
      '10',
      '"RAO, Anita (Dr)"',
      'General Practitioner',
      'Main Surgery',
      'Routine',
      'Booked',
      '',
      `${letter}PATIENT`,
      `Number${String(index)}`,
      `${bornDay}/${bornMonth}/${bornYear}`,
      postcode,
      String(500_000 + index),
    ].join(',');
  });
  const headings =
    "Appointment Date,Appointment Time,Planned Appointment Duration,Session Holder's Full Name,Session Holder's User Type,Location's Name,Slot Type,Current Slot Status,NHS Number,Family Name,Given Name,Date of Birth,Postcode,EMIS Number";
  return `${[headings, ...rows].join('\n')}\n`;
}
