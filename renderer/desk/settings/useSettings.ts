import { useCallback, useEffect, useState } from 'react';
import type { DeskClient } from '../deskClient';
import { useAsk } from '../parts/useAsk';
import type { AskFailure } from '../parts/useAsk';
import { edit, rebase } from './draft';
import type { Draft } from './draft';
import { problemsIn } from './problems';
import { ruleOfProblem } from './ruleTable';

export type SettingsView = Awaited<ReturnType<DeskClient['settings']['read']>>;

interface SettingsState {
  view: SettingsView | null;
  draft: Draft;
  problems: readonly string[];
  isSaved: boolean;
  isBusy: boolean;
  failure: AskFailure | null;
  read(): Promise<void>;
  change(name: string, value: unknown): void;
  discard(): void;
  /** Saves the draft, or what is given in its place. Whether it was saved. */
  save(rules?: Record<string, unknown>): Promise<boolean>;
}

/** The settings as they are saved, and what somebody wants changed: kept over groups, refusals and a locked desk, until saved or discarded. */
export function useSettings(client: DeskClient): SettingsState {
  const [view, setView] = useState<SettingsView | null>(null);
  const [draft, setDraft] = useState<Draft>({});
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isSaved, setIsSaved] = useState(false);
  const { ask, isBusy, failure, clear } = useAsk();

  const read = useCallback(async () => {
    const next = await ask(() => client.settings.read({}));
    if (next === null) return;
    setView(next);
    setDraft((before) => rebase(before, next.rules));
  }, [ask, client]);
  useEffect(() => queueMicrotask(() => void read()), [read]);

  const save = async (rules: Record<string, unknown> = { ...draft }): Promise<boolean> => {
    setIsSaved(false);
    const refused = await ask(async () => {
      try {
        await client.settings.change({ rules });
        return [];
      } catch (error) {
        const found = problemsIn(error);
        if (found === null) throw error;
        return found;
      }
    });
    if (refused === null) return false;
    setProblems(refused);
    if (refused.length > 0) return false;
    // What was saved is in force, even if reading it anew fails.
    setView((before) => (before === null ? null : { ...before, rules: { ...before.rules, ...rules } }));
    setDraft((before) => rebase(before, { ...view?.rules, ...rules }));
    setIsSaved(true);
    await read();
    return true;
  };
  return {
    view,
    draft,
    problems,
    isSaved,
    isBusy,
    failure,
    read,
    change(name, value) {
      if (view === null) return;
      setIsSaved(false);
      setDraft(edit(draft, view.rules, name, value));
      if (problems.length > 0) setProblems(problems.filter((problem) => ruleOfProblem(problem) !== name));
    },
    discard() {
      setDraft({});
      setProblems([]);
      clear();
    },
    save,
  };
}
