import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { PaperWay } from '../flow/state';
import type { Dispatch } from './screenProps';

interface PaperButtonProps {
  paper: PaperWay;
  dispatch: Dispatch;
}

/**
 * `Print this`, and in its place how it went. What is to be printed stays on the screen. Said when it changes; whoever has pressed it and
 * gone nowhere since is taken along by the focus, and nobody else is.
 */
export function PaperButton({ paper, dispatch }: PaperButtonProps) {
  const place = useRef<HTMLDivElement>(null);
  const { state } = paper;
  const shown = useRef(state);
  useEffect(() => {
    const before = shown.current;
    shown.current = state;
    // A button that goes takes the focus with it, to nowhere.
    if (before === state || document.activeElement !== document.body) return;
    const next = place.current?.querySelector('p') ?? document.querySelector('h1');
    next?.focus({ preventScroll: true });
  }, [state]);
  return (
    <div className={`paper${state === 'none' ? ' paper--none' : ''}`} aria-live="polite" ref={place}>
      <Paper paper={paper} dispatch={dispatch} />
    </div>
  );
}

function Paper({ paper, dispatch }: PaperButtonProps) {
  const { t } = useTranslation();
  switch (paper.state) {
    case 'none':
      return null;
    case 'offered':
    case 'printing':
      // One button for both: the focus stays on it.
      return (
        <Button icon="printer" isBusy={paper.state === 'printing'} onPress={() => dispatch({ type: 'printTapped' })}>
          {t(paper.state === 'offered' ? 'paper.print' : 'paper.printing')}
        </Button>
      );
    case 'printed':
    case 'sent':
    case 'failed':
      return (
        <p className={`paper__said paper__said--${paper.state}`} tabIndex={-1}>
          {t(`paper.${paper.state}`)}
        </p>
      );
  }
}
