/** Simple signs of our own, drawn on a 24 × 24 grid in the colour of the text. Always beside words, so hidden from speech. */
const paths = {
  arrow: 'M4 12h15M13 6l6 6-6 6',
  tick: 'M4.5 12.5l5 5 10-11',
  warning: 'M12 4.5v10M12 19.2v.1',
  person: 'M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM4 20.5c.6-4.2 3.8-6 8-6s7.4 1.8 8 6',
  clock: 'M12 3.2a8.8 8.8 0 1 0 0 17.6 8.8 8.8 0 0 0 0-17.6ZM12 7.2V12l3.4 2.2',
  phone:
    'M7.2 3.8l2.6 5-1.9 1.7a13.5 13.5 0 0 0 5.6 5.6l1.7-1.9 5 2.6-.9 3.3c-.2.6-.7.9-1.3.9C10.7 20.6 3.4 13.3 3 6c0-.6.3-1.1.9-1.3Z',
  video: 'M3.5 6.5h11.5v11H3.5ZM15 10.5l5.5-3v9l-5.5-3',
  home: 'M3.5 11.5 12 4l8.5 7.5M6 10v9.5h12V10M10 19.5v-5h4v5',
  place:
    'M12 21s-6.8-6-6.8-11.2a6.8 6.8 0 0 1 13.6 0C18.8 15 12 21 12 21ZM12 12.2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  delete: 'M9 5.5h12v13H9l-6-6.5ZM12.3 9.3l5.4 5.4M17.7 9.3l-5.4 5.4',
  calendar: 'M4 6h16v14H4ZM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  paper: 'M6 3.5h8.5L19 8v12.5H6ZM14 3.8V8.5h4.7M9.5 12.5h6M9.5 16.5h6',
  printer: 'M7 8.5v-5h10v5M7 16.5H3.5v-8h17v8H17M7 13.5h10v7H7ZM16.8 11v.1',
  sample: 'M8 3.5h8M9.2 3.5v5L6 19a1.5 1.5 0 0 0 1.5 1.7h9A1.5 1.5 0 0 0 18 19l-3.2-10.5v-5M7.6 14.5h8.8',
  pen: 'M4 20l1.2-4.8L16.5 4l3.5 3.5L8.8 18.8ZM13.8 6.7l3.5 3.5',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.5-3.7 3-5.5 6.5-5.5s6 1.8 6.5 5.5M16 11.3a3.2 3.2 0 0 0 0-6.4M18.3 14.7c1.9.8 3 2.3 3.2 4.8',
  question: 'M8.5 8.8a3.6 3.6 0 1 1 5.2 3.2c-1.2.6-1.7 1.3-1.7 2.7M12 19.2v.1',
  online: 'M7.5 2.8h9v18.4h-9ZM11 18h2',
  shift: 'M12 4 4.5 12H9v7.5h6V12h4.5Z',
  card: 'M3 5.5h18v13H3ZM8 11.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM5.5 15.5c.3-1.5 1.2-2.2 2.5-2.2s2.2.7 2.5 2.2M14 9.5h4M14 13h4',
  queue: 'M4 6.5h.1M4 12h.1M4 17.5h.1M8.5 6.5H20M8.5 12H20M8.5 17.5H20',
  wipe: 'M12 3.5c3 4.2 5.5 7 5.5 10.3a5.5 5.5 0 0 1-11 0C6.5 10.5 9 7.7 12 3.5Z',
  moon: 'M19.5 14.5A8.2 8.2 0 0 1 9.5 4.5a8.2 8.2 0 1 0 10 10Z',
  door: 'M6 20.5V3.5h12v17M3.5 20.5h17M14.5 12v.1',
  call: 'M3 10v4h3.5l6 4.5v-13l-6 4.5ZM16 8.5c1.9 1.8 1.9 5.2 0 7M18.6 6c3.3 3.2 3.3 8.8 0 12',
} as const;

export type IconName = keyof typeof paths;

/** One sign. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
