import { useId, useState } from 'react';
import type { SignInField } from '../../text/desk/signIn';
import type { Problem } from './Problems';

/** What is wrong with which field; the empty key: with none of them. */
export type FieldProblems = Partial<Record<SignInField | '', string>>;

/** The problems of one form, for its summary and for its fields. */
export function useProblems() {
  const id = useId();
  const [found, setFound] = useState<{ fields: FieldProblems; list: readonly Problem[] }>({ fields: {}, list: [] });
  const idOf = (field: SignInField): string => `${id}${field}`;
  return {
    idOf,
    /** For the summary: a new list each time, so that it takes the focus again for the same words. */
    list: found.list,
    of: (field: SignInField): string | undefined => found.fields[field],
    /** Tells them; returns whether there are any. */
    tell(fields: FieldProblems): boolean {
      const list = (Object.entries(fields) as [SignInField | '', string][]).map(([field, message]) => ({
        inputId: field === '' ? null : idOf(field),
        message,
      }));
      setFound({ fields, list });
      return list.length > 0;
    },
  };
}
