import { useLayoutEffect, useRef } from 'react';
import { slipFieldsOf } from '../../../preload/contract/rules/slipValues';
import { slipFieldNames } from '../../text/desk/slips';
import { spelledGroups } from './details';
import type { TypedSlip } from './slipRun';

/**
 * The details in the groups that are printed, each in words, for whoever does not see the page. Written into the page by hand and taken out
 * again: React keeps what it has shown.
 */
export function SpelledDetails({ read }: { read: () => TypedSlip | null }) {
  const element = useRef<HTMLDListElement>(null);
  useLayoutEffect(() => {
    const list = element.current;
    const typed = read();
    if (list === null || typed === null) return;
    const names = slipFieldNames(typed.system);
    list.replaceChildren(...slipFieldsOf(typed.system).map((field) => detailOf(names[field], typed.values[field])));
    return () => list.replaceChildren();
  }, [read]);
  return <dl className="desk-slips__spelled" ref={element} translate="no" />;
}

function detailOf(name: string, value: string): HTMLElement {
  const groups = spelledGroups(value).map(({ group, words }) => {
    const shown = made('span', 'desk-slips__group', group);
    // The words say it better than a voice that tries to read the group as one.
    shown.ariaHidden = 'true';
    const item = made('li', 'desk-slips__groupLine', '');
    item.append(shown, made('span', 'desk-slips__groupWords', words));
    return item;
  });
  const list = made('ol', 'desk-slips__groups', '');
  list.append(...groups);
  const detail = made('div', 'desk-slips__detail', '');
  const content = made('dd', '', '');
  content.append(list);
  detail.append(made('dt', '', name), content);
  return detail;
}

function made(kind: 'div' | 'dt' | 'dd' | 'ol' | 'li' | 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(kind);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}
