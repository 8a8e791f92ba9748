import { useRef } from 'react';
import { frameWords } from '../../text/desk/frame';
import type { DeskTab } from './tabs';

interface TabListProps {
  tabs: readonly DeskTab[];
  active: string;
  onChange: (id: string) => void;
}

/** The tabs, by the pattern of the ARIA guide: one of them is reached with Tab, the others with the arrow keys. */
export function TabList({ tabs, active, onChange }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  function move(to: number): void {
    const tab = tabs[(to + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onChange(tab.id);
    list.current?.querySelector<HTMLElement>(`#${tabIdOf(tab.id)}`)?.focus();
  }
  function handleKey(key: string, place: number): boolean {
    if (key === 'ArrowRight') move(place + 1);
    else if (key === 'ArrowLeft') move(place - 1);
    else if (key === 'Home') move(0);
    else if (key === 'End') move(tabs.length - 1);
    else return false;
    return true;
  }
  return (
    <div className="desk-tabs" role="tablist" aria-label={frameWords.tabs} ref={list}>
      {tabs.map(({ id, name }, place) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabIdOf(id)}
          className="desk-tabs__tab"
          aria-selected={id === active}
          aria-controls={panelIdOf(id)}
          tabIndex={id === active ? 0 : -1}
          onClick={() => onChange(id)}
          onKeyDown={(event) => {
            if (handleKey(event.key, place)) event.preventDefault();
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** Ids that tab and panel name each other by. */
export const tabIdOf = (id: string): string => `tab-${id}`;
export const panelIdOf = (id: string): string => `panel-${id}`;
