import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Attributes whose text is read or heard by people. */
const spoken = new Set(['alt', 'aria-label', 'aria-description', 'title', 'placeholder', 'heading', 'label', 'words']);

/** Words that stand in the code of a component and not in the catalogue. */
function literalsIn(fileName: string, code: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  function hasWords(text: string): boolean {
    return /\p{L}/u.test(text);
  }
  function visit(node: ts.Node): void {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(source)) && node.initializer !== undefined) {
      if (ts.isStringLiteral(node.initializer)) found.push(node.initializer.text);
    }
    const isShown = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
    if (
      isShown &&
      node.expression !== undefined &&
      ts.isStringLiteral(node.expression) &&
      hasWords(node.expression.text)
    )
      found.push(node.expression.text);
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

describe('no words stand in a screen: all of them come from the catalogue', () => {
  const files = [join('renderer', 'kiosk', 'screens'), join('renderer', 'ui')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => join(folder, name)),
  );

  test('there are screens to look at', () => {
    expect(files.length).toBeGreaterThan(60);
  });

  test.each(files)('%s', (file) => {
    expect(literalsIn(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  test('words that stand in a screen are found', () => {
    const planted = `const a = <p title="One">Two {'Three'} {t('four')} <img alt={t('five')} /> 6</p>;`;
    expect(literalsIn('planted.tsx', planted)).toEqual(['One', 'Two', 'Three']);
  });
});

describe('no style moves or fades a screen for longer than 150 ms', () => {
  const folder = join('renderer', 'ui', 'styles');
  const styles = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

  test.each(styles)('%s', (_name, style) => {
    for (const [, value = ''] of style.matchAll(/(?:animation|transition)\s*:\s*([^;]+);/g)) {
      // The first time is how long it takes; the second, if any, is when it begins.
      const [, amount, unit] = /([\d.]+)(m?s)\b/.exec(value) ?? [];
      if (amount !== undefined) expect(Number(amount) * (unit === 's' ? 1_000 : 1)).toBeLessThan(150);
    }
  });

  test('nothing moves for who asks for less motion', () => {
    const base = readFileSync(join(folder, '_base.scss'), 'utf8');
    expect(base).toMatch(
      /prefers-reduced-motion: reduce\)[^}]+animation: none !important;\s+transition: none !important/,
    );
  });

  test('no colour of the kiosk is red', () => {
    for (const [name, style] of styles) {
      expect(style, name).not.toMatch(
        /nhsuk-colour\('(red|dark-red|emergency)[^']*'\)|\b(?:red|crimson|firebrick|tomato)\s*[;,)]/,
      );
      for (const [, hex = ''] of style.matchAll(/#([0-9a-f]{6}|[0-9a-f]{3})\b/gi))
        expect(isRed(hex), `${name} #${hex}`).toBe(false);
    }
  });
});

/** Much more red in it than green and blue. */
function isRed(hex: string): boolean {
  const long = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
  return red > 120 && green < red / 2 && blue < red / 2;
}
