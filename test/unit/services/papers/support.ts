import type { Sheet } from '../../../../main/services/ports';

export function htmlOf({ html }: Pick<Sheet, 'html'>): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(html);
}

export function styleOf(sheet: Pick<Sheet, 'html'>): string {
  return /<style>([\s\S]*)<\/style>/.exec(htmlOf(sheet))?.[1] ?? '';
}

/** What somebody reads on the page. Gaps between groups of a detail are no characters, so there are none here. */
export function textOf(sheet: Pick<Sheet, 'html'>): string {
  const body = /<body>([\s\S]*)<\/body>/.exec(htmlOf(sheet))?.[1] ?? '';
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return body
    .replace(/<\/?(?:span class="group"|b|bdi)[^>]*>|(?<=class="group">[^<]*)<\/span>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => signs[name] ?? '')
    .replace(/\n+/g, '\n');
}
