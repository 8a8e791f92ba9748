/** Simple signs of our own, drawn on a 24 × 24 grid in the colour of the text. Always beside words, so hidden from speech. */
const paths = {
  arrow: 'M4 12h15M13 6l6 6-6 6',
  tick: 'M4.5 12.5l5 5 10-11',
  warning: 'M12 4.5v10M12 19.2v.1',
  person: 'M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM4 20.5c.6-4.2 3.800-6 8-6s7.400 1.800 8 6',
  clock: 'M12 3.200a8.800 8.800 0 1 0 0 17.600 8.800 8.800 0 0 0 0-17.600ZM12 7.200V12l3.400 2.200',
  phone:
    'M7.200 3.800l2.600 5-1.900 1.700a13.500 13.500 0 0 0 5.600 5.600l1.700-1.900 5 2.600-.9 3.300c-.2.6-.7.900-1.300.9C10.700 20.600 3.400 13.300 3 6c0-.6.300-1.100.9-1.300Z',
  video: 'M3.500 6.500h11.500v11H3.500ZM15 10.500l5.500-3v9l-5.500-3',
  home: 'M3.500 11.500 12 4l8.500 7.500M6 10v9.500h12V10M10 19.500v-5h4v5',
  place:
    'M12 21s-6.800-6-6.800-11.200a6.800 6.800 0 0 1 13.600 0C18.800 15 12 21 12 21ZM12 12.200a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  delete: 'M9 5.500h12v13H9l-6-6.500ZM12.300 9.300l5.400 5.400M17.700 9.300l-5.400 5.400',
  call: 'M3 10v4h3.500l6 4.500v-13l-6 4.500ZM16 8.500c1.900 1.800 1.900 5.200 0 7M18.600 6c3.300 3.200 3.300 8.800 0 12',
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
