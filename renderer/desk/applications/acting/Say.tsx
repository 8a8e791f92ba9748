interface SayProps {
  title: string;
  what: string;
}

/** Words for the patient, to be said as they stand: they never hint why. */
export function Say({ title, what }: SayProps) {
  return (
    <div className="desk-say">
      <p className="desk-say__title">{title}</p>
      <p className="desk-say__what">{what}</p>
    </div>
  );
}
