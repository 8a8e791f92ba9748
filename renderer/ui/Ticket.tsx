interface TicketProps {
  label: string;
  ticket: string;
  /** What will happen with it. */
  words?: string | undefined;
}

/** A ticket to remember: as large as its place allows. */
export function Ticket({ label, ticket, words }: TicketProps) {
  return (
    <div className="ticket">
      <h2 className="ticket__label">{label}</h2>
      <p className="ticket__code">{ticket}</p>
      {words === undefined ? null : <p className="ticket__words">{words}</p>}
    </div>
  );
}
