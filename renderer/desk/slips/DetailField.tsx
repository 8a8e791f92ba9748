import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Ref } from 'react';
import { tidySlipValue } from '../../../preload/contract/rules/slipValues';
import type { SlipField } from '../../../preload/contract/rules/slipValues';
import { slipsWords as words } from '../../text/desk/slips';
import { FieldFrame, describedBy } from '../parts/FieldFrame';
import { lookAlikeSentences } from './details';

/** The box of one detail, as the form reads it. */
export interface DetailBox {
  read(): string;
  /** Puts a detail that was pasted in it, tidied. */
  write(value: string): void;
}

interface DetailFieldProps {
  ref: Ref<DetailBox>;
  inputId: string;
  field: SlipField;
  label: string;
  hint?: string | undefined;
  problem: string | null;
  /** What stands there at first; asked once. */
  first: () => string;
  onTouch: () => void;
  /** Something is pasted; true: it was put where it belongs, and is not to stand here as it is. */
  onPaste: (text: string) => boolean;
  /** It was left, with this in it. */
  onLeave: (value: string) => void;
}

/**
 * The box of one detail of a credential: React never holds what is in it, no browser or password manager is to suggest, check or keep it, and
 * it is emptied before it leaves the page.
 */
export function DetailField(props: DetailFieldProps) {
  const { ref, inputId, field, first, onTouch, onPaste, onLeave } = props;
  const input = useRef<HTMLInputElement>(null);
  const warnings = useRef<HTMLUListElement>(null);
  useImperativeHandle(ref, () => ({
    read: () => input.current?.value ?? '',
    write(value) {
      if (input.current !== null) input.current.value = value;
      tellLookAlikes(warnings.current, field, value);
    },
  }));
  const atFirst = useRef(first);
  useLayoutEffect(() => {
    const box = input.current;
    const list = warnings.current;
    if (box !== null) {
      box.value = atFirst.current();
      tellLookAlikes(list, field, box.value);
    }
    return () => {
      if (box !== null) box.value = '';
      list?.replaceChildren();
    };
  }, [field]);
  return (
    <FieldFrame id={inputId} words={props}>
      <input
        id={inputId}
        ref={input}
        className="desk-input desk-slips__input"
        type="text"
        name={`slip-${field}`}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        translate="no"
        maxLength={200}
        data-1p-ignore=""
        data-lpignore="true"
        data-bwignore=""
        data-form-type="other"
        data-gramm="false"
        aria-describedby={[describedBy(inputId, props), `${inputId}-alike`].filter(Boolean).join(' ')}
        aria-invalid={props.problem === null ? undefined : true}
        onInput={onTouch}
        onPaste={(event) => {
          if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
        onBlur={(event) => {
          const value = tidySlipValue(field, event.target.value);
          event.target.value = value;
          // What is told beneath the box moves the button away from under the pointer that goes down on it: the click would be lost.
          if (event.relatedTarget instanceof HTMLButtonElement) return;
          tellLookAlikes(warnings.current, field, value);
          onLeave(value);
        }}
      />
      <div className="desk-slips__alike" id={`${inputId}-alike`} role="status">
        <span className="desk-slips__alikeLead">{words.lookAlikes}</span>
        <ul ref={warnings} translate="no" />
      </div>
    </FieldFrame>
  );
}

/** Written by hand: React would keep the characters of the detail. */
function tellLookAlikes(list: HTMLElement | null, field: SlipField, value: string): void {
  const sentences = lookAlikeSentences(field, value).map((sentence) => {
    const item = document.createElement('li');
    item.textContent = sentence;
    return item;
  });
  list?.replaceChildren(...sentences);
}
