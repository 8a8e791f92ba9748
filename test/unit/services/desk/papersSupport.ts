import type { Papers } from '../../../../main/services/ports';

/** Papers that keep what they were given, and make "PDFs" that say so. `fail` lets the next one not be made. */
export function createFakePapers(): Papers & { pages: string[]; fail(): void } {
  const pages: string[] = [];
  let isToFail = false;
  return {
    pages,
    fail() {
      isToFail = true;
    },
    pdf(html) {
      if (isToFail) {
        isToFail = false;
        return Promise.reject(new Error('No paper'));
      }
      pages.push(html);
      return Promise.resolve(new TextEncoder().encode(`PDF ${String(pages.length)}`));
    },
  };
}

/** What a page says to whoever reads it: without its style and its tags. */
export function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
