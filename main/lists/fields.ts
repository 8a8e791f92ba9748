/** What we read from a day list. Everything else in it, the reason for the appointment above all, is never looked at. */
export const fields = [
  'date',
  'time',
  'start',
  'end',
  'duration',
  'clinician',
  'role',
  'location',
  'slotType',
  'rotaType',
  'flags',
  'mode',
  'status',
  'nhsNumber',
  'patientId',
  'patientName',
  'familyName',
  'givenName',
  'dateOfBirth',
  'postcode',
  'appointmentId',
  'onlineAccount',
] as const;
export type Field = (typeof fields)[number];

/** Headings per field as exports spell them, the usual one first. Compared folded, so case and apostrophes do not matter. */
export type Headings = Partial<Record<Field, readonly string[]>>;
