import { describe, expect, test } from 'vitest';
import { mostLines, readPeople } from '../../../main/lists/peopleList';

const read = (content: string | Buffer, most = 1000) =>
  readPeople(typeof content === 'string' ? Buffer.from(content) : content, most);

/** Names as `Last, First`, and the lines that were left out. Fails the test where the file was not read. */
async function namesIn(content: string | Buffer): Promise<{ names: string[]; leftOut: number[] }> {
  const reading = await read(content);
  if (reading.kind !== 'people') throw new Error(`Not read: ${reading.why}`);
  return { names: reading.people.map(({ name }) => `${name.lastName}, ${name.firstName}`), leftOut: reading.leftOut };
}

describe('names are read from', () => {
  test.each<[string, string]>([
    ['two plain columns', 'First name,Last name\nAmelia,Okoye\nJon,Smith\n'],
    [
      'the same with other columns around',
      'NHS Number,Last name,Age,First name\n9990000018,Okoye,54,Amelia\n,Smith,61,Jon',
    ],
    [
      'an EMIS Web report with its preamble',
      'Diabetes register\nRun on,01/11/2026\n\nFamily Name;Given Name;Date of Birth\nOkoye;Amelia;01/02/1960\nSmith;Jon;02/03/1961\n',
    ],
    [
      'a SystmOne export with tabs',
      '"Patient name"\t"Patient ID"\n"OKOYE, Amelia (Mrs)"\t"1"\n"SMITH, Jon (Mr)"\t"2"\n',
    ],
    ['one column, whose commas belong to the names', 'Name\nOkoye, Amelia\nSmith, Jon\n'],
    ['one column in quotation marks', '"Name"\n"Okoye, Amelia"\n"Smith, Jon"\n'],
    ['lines of old Macintoshes', 'Name\rAmelia Okoye\rJon Smith\r'],
  ])('%s', async (_, content) => {
    const { names, leftOut } = await namesIn(content);
    expect(names.map((name) => name.toLowerCase())).toEqual(['okoye, amelia', 'smith, jon']);
    expect(leftOut).toEqual([]);
  });

  test('a file of Windows as well as one of today, with or without its mark', async () => {
    const content = 'First name,Last name\r\nZoë,Núñez\r\n';
    const expected = { names: ['Núñez, Zoë'], leftOut: [] };
    expect(await namesIn(content)).toEqual(expected);
    expect(await namesIn(`\uFEFF${content}`)).toEqual(expected);
    expect(await namesIn(Buffer.from(content, 'latin1'))).toEqual(expected);
    expect(await namesIn(Buffer.from(`\uFEFF${content}`, 'utf16le'))).toEqual(expected);
  });

  test('the parts of a name rather than the whole, which has to be taken apart', async () => {
    const content = 'Full name,Surname,Forename\nAna Maria da Silva Costa,da Silva Costa,Ana Maria\nJon Smith,,\n';
    expect((await namesIn(content)).names).toEqual(['da Silva Costa, Ana Maria', 'Smith, Jon']);
  });
});

test('names in capitals are written as names are, and somebody with one name is called by it', async () => {
  const { names } = await namesIn('First name,Last name\nAMELIA-ROSE,OKOYE\nSujatmi,\n');
  expect(names).toEqual(['OKOYE, Amelia-Rose', ', Sujatmi']);
});

test('a last name alone is left out: nobody can be called by it', async () => {
  expect(await namesIn('Name\nSmith\nJon Smith\n')).toEqual({ names: ['Smith, Jon'], leftOut: [2] });
});

test('two rows with one name are two people', async () => {
  expect((await namesIn('Name\nJon Smith\nJon Smith\n')).names).toEqual(['Smith, Jon', 'Smith, Jon']);
});

test('lines that hold nobody are left out and told by their number, blank ones are nothing', async () => {
  const content =
    'First name,Last name,Age\n\nAmelia,Okoye,54\n,,61\nFirst name,Last name,Age\nRow 7,B2,\n,,,\nTotal,,2\nJon,Smith,70\n';
  expect(await namesIn(content)).toEqual({ names: ['Okoye, Amelia', 'Smith, Jon'], leftOut: [4, 5, 6, 8] });
});

test('an address over two lines leaves nobody out, a quotation mark that swallows the next people tells of each of their lines', async () => {
  const address = 'Name,Address,Town\nAmelia Okoye,"1 Made Up Road\nLeeds",Leeds\nJon Smith,2,York\n';
  expect(await namesIn(address)).toEqual({ names: ['Okoye, Amelia', 'Smith, Jon'], leftOut: [] });
  const stray =
    'Name,Address,Town\nAmelia Okoye,"1 Road,Leeds\nJon Smith,2 Road,York\nEve Jones,3 Road",Hull\nAda Brown,4 Road,Bath\n';
  expect(await namesIn(stray)).toEqual({ names: ['Brown, Ada'], leftOut: [2, 3, 4] });
});

describe('is not used, with the reason', () => {
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'notText'],
    ['a workbook of a spreadsheet', Buffer.from('504b030414000600', 'hex'), 'notText'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'notText'],
    ['a file of zeros', Buffer.alloc(5000), 'notText'],
    ['a web page', '<!doctype html><table><tr><td>Name</td></tr></table>', 'notText'],
    [
      'a file whose quotation mark is never closed',
      'Name,Town\nAmelia Okoye,Leeds\n"Jon Smith,York\nEve Jones,Hull\n',
      'notText',
    ],
    ['a list without headings', 'Amelia,Okoye\nJon,Smith\n', 'noNames'],
    ['a list of first names alone', 'First name\nAmelia\n', 'noNames'],
    ['headings alone', 'First name,Last name\n', 'nobody'],
    ['headings and a total', 'First name,Last name\nTotal,0\n', 'nobody'],
  ])('%s', async (_, content, why) => {
    expect(await read(content)).toEqual({ kind: 'unreadable', why });
  });

  test('more people than are printed at once, counted as people', async () => {
    const lines = (count: number) => `Name\n${'Jon Smith\n'.repeat(count)}Total\n\n`;
    expect(await read(lines(4), 3)).toEqual({ kind: 'unreadable', why: 'tooMany' });
    expect((await namesIn(lines(3))).names).toHaveLength(3);
  });
});

test('text of no use to anybody is refused or read, and never thrown at', async () => {
  for (const text of [
    '%',
    '*',
    '-',
    "'",
    '"',
    '🙂',
    'Name',
    'Name\n🙂\n',
    `Name\n${'x'.repeat(10_000)}\n`,
    'Name\n‮Jon Smith\n',
    '\0',
  ])
    expect(['people', 'unreadable']).toContain((await read(text)).kind);
});

describe('a list that somebody made to do harm', () => {
  const heading = 'First name,Last name\n';

  test.each<[string, string]>([
    ['nothing but line breaks', `${heading}${'\n'.repeat(900_000)}Ada,Byte`],
    ['old line breaks', `${heading}${'\r'.repeat(900_000)}Ada,Byte`],
    ['remarks without end', `${heading}${'1\n'.repeat(400_000)}Ada,Byte`],
    ['one cell of line breaks', `${heading}"${'\n'.repeat(400_000)}",b\nAda,Byte`],
  ])('is refused before it is taken apart: %s', async (_name, content) => {
    expect(await read(content)).toEqual({ kind: 'unreadable', why: 'tooMany' });
  });

  test('may have as many lines as are told of one by one, in one cell too', async () => {
    const breaks = '\n'.repeat(mostLines - 2);
    const { names, leftOut } = await namesIn(`${heading}"${breaks}",b\nAda,Byte`);
    expect(names).toEqual(['Byte, Ada']);
    expect(leftOut).toHaveLength(mostLines - 1);
    expect(leftOut.at(-1)).toBe(mostLines);
  });

  test('lets others have their turn while it is read', async () => {
    let turns = 0;
    let isRead = false;
    const count = (): void => {
      turns += 1;
      if (!isRead) setImmediate(count);
    };
    setImmediate(count);
    await read(`${heading}${`${'x'.repeat(400)},y\n`.repeat(1500)}`, 10_000);
    isRead = true;
    expect(turns).toBeGreaterThan(5);
  });

  test.each([
    '=HYPERLINK("http://x.example"),Byte',
    '@SUM(A1),Byte',
    "'=cmd|calc,Byte",
    '<b>Ada</b>,Byte',
    'ada@x.example,Byte',
    'Ada,{Byte}',
    '%41da,Byte',
  ])('has nobody in it who is called %j', async (line) => {
    expect(await namesIn(`${heading}${line}\nAda,Byte\n`)).toEqual({ names: ['Byte, Ada'], leftOut: [2] });
  });
});
