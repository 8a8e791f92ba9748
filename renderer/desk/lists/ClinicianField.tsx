import { useState } from 'react';
import { listsWords } from '../../text/desk/lists';
import { describedBy, FieldFrame } from '../parts/FieldFrame';

interface ClinicianFieldProps {
  id: string;
  clinicians: readonly string[];
  value: string;
  onChange: (value: string) => void;
  problem: string | null;
}

const words = listsWords.add;

/** A clinician by a few letters, from those of today's lists; another one can be typed, and is remarked on. */
export function ClinicianField({ id, clinicians, value, onChange, problem }: ClinicianFieldProps) {
  const [isLeft, setLeft] = useState(false);
  const isUnknown = value.trim() !== '' && !clinicians.some((one) => one.toLowerCase() === value.trim().toLowerCase());
  const isRemarked = isLeft && isUnknown && clinicians.length > 0;
  const frame = { label: words.clinician, problem, hint: isRemarked ? words.clinicianUnknown : undefined };
  return (
    <FieldFrame id={id} words={frame}>
      <input
        id={id}
        className="desk-input desk-input--full"
        list={`${id}-list`}
        value={value}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={describedBy(id, frame)}
        aria-invalid={problem === null ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
      />
      <datalist id={`${id}-list`}>
        {clinicians.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </FieldFrame>
  );
}
