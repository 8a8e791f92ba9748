import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePassphrase, passphraseProblem } from '../../../../main/domain/desk/passphrase';
import { commonWords, surgeryWords } from '../../../../main/domain/desk/passphraseWords';

const about = { username: 'anna.rao', practiceName: 'Riverside Surgery' };
const problem = (passphrase: string, change: Partial<typeof about> = {}) =>
  passphraseProblem(passphrase, { ...about, ...change });

describe('a passphrase', () => {
  test.each([
    'kettle lantern gravel',
    'purple otter waltz',
    'dragon monkey sunshine',
    'doctor nurse kettle',
    'tea milk biscuit',
    'marmalade sandwich',
    'Thé à la menthe fraîche',
    'прекрасный день сегодня',
    '湯呑み茶碗と急須と茶托と盆',
    'x&9!k#2@p$7%',
    '384729104857',
  ])('"%s" can be used: no kind of character is asked for', (passphrase) => {
    expect(problem(passphrase)).toBeNull();
  });

  test('has 12 characters, however many bytes each of them takes', () => {
    expect(problem('gravel kite')).toBe('tooShort');
    expect(problem('gravel kites')).toBeNull();
    expect(problem('🐌🦉🐙🦔🐝🦋🐞🦂🐡🦭🦥')).toBe('tooShort');
    expect(problem('🐌🦉🐙🦔🐝🦋🐞🦂🐡🦭🦥🦫')).toBeNull();
    expect(problem('')).toBe('tooShort');
  });

  test.each([
    'Password1234',
    'P@ssw0rd2026!',
    'P455w0rd1234',
    'p-a-s-s-w-o-r-d-1',
    'password!password1',
    'qwertyuiop12',
    'zaq12wsxcde34',
    '1q2w3e4r5t6y',
    '123456789012',
    '!@#$%^&*()_+',
    'letmeinplease1',
    'iloveyou1234',
    'Winter2026!!!',
    'manchester united',
    'correct horse battery staple',
    'CorrectHorseBatteryStaple1',
  ])('"%s" is among the first that anybody tries', (passphrase) => {
    expect(problem(passphrase)).toBe('common');
  });

  test.each(['reception2026', 'Reception1234!', 'NhsPractice2026', 'NHS Reception Doctors', 'gp5urg3ry2025!'])(
    '"%s" is among the first that anybody tries at a surgery',
    (passphrase) => {
      expect(problem(passphrase, { practiceName: 'Elm Grove' })).toBe('common');
    },
  );

  test.each(['aaaaaaaaaaaa', '            ', 'abcabcabcabc', 'elephantelephant', 'no no no no no no', 'abababababab'])(
    '"%s" repeats itself',
    (passphrase) => {
      expect(problem(passphrase)).toBe('repeated');
    },
  );

  test.each(['anna.rao.2026', 'annarao12345', 'Anna Rao is anna', '4nn4r40-qwerty'])(
    '"%s" is too much like the username',
    (passphrase) => {
      expect(problem(passphrase)).toBe('likeUsername');
    },
  );

  test.each(['riverside2026!', 'RiversideSurgery', 'Riverside 1234', 'r1ver51de-1234'])(
    '"%s" is too much like the name of the practice',
    (passphrase) => {
      expect(problem(passphrase)).toBe('likePractice');
    },
  );

  test('may name the username beside enough of its own', () => {
    expect(problem('anna likes green bicycles')).toBeNull();
  });

  test('is one and the same however a keyboard composes its letters', () => {
    expect(normalisePassphrase('cafe\u0301')).toBe(normalisePassphrase('caf\u00E9'));
  });

  test('of one common word and digits, years or signs around it is refused, whatever its capitals', () => {
    const word = fc.constantFrom(...commonWords, ...surgeryWords);
    const decoration = fc.constantFrom('', '1', '!', '12', '123', '1234', '2026', '1999!', '!!', '??', '2026!!');
    fc.assert(
      fc.property(word, decoration, decoration, fc.boolean(), (middle, before, after, isLoud) => {
        const passphrase = `${before}${isLoud ? middle.toUpperCase() : middle}${after}`;
        expect(problem(passphrase)).not.toBeNull();
      }),
    );
  });

  test('with another 12 characters by chance behind it is never refused for what stands before', () => {
    const letters = fc.array(fc.constantFrom(...'bcdfghjklmnpqrtvwxz'), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...commonWords), letters, (word, tail) => {
        fc.pre(new Set(tail).size >= 9);
        const alone = problem(tail.join(''));
        if (alone === null) expect(problem(`${word} ${tail.join('')}`)).toBeNull();
      }),
    );
  });

  test('of any characters at all is judged, whoever it is about', () => {
    const verdicts = [null, 'tooShort', 'common', 'likeUsername', 'likePractice', 'repeated'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 20 }), (passphrase, name) => {
        expect(verdicts).toContain(problem(passphrase, { username: name, practiceName: name }));
      }),
    );
  });
});
