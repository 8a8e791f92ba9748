import { checkTable, checkText, checkTexts, checkWhole, checkYesOrNo, longest } from './checks';

const mostLines = 3;

/** What is wrong with what desks and boards go by. */
export function checkDesk(rules: Record<string, unknown>): string[] {
  const amber = rules['worklistAmberMinutes'];
  const sound = rules['worklistSoundMinutes'];
  return [
    ...checkYesOrNo('Whether boards show names', rules['areNamesOnBoard']),
    ...checkYesOrNo('Whether boards speak', rules['isBoardSpoken']),
    ...checkTexts('Lines on the board', rules['boardLines'], mostLines, longest.text),
    ...checkTable('Ways to the rooms', rules['roomDirections'], (what, value) => checkText(what, value, longest.label)),
    ...checkWhole('Minutes after which an unmarked arrival is amber', amber, 0, 60),
    ...checkWhole('Minutes after which an unmarked arrival sounds', sound, 1, 60),
    ...(typeof amber === 'number' && typeof sound === 'number' && sound < amber
      ? ['An unmarked arrival must be amber before it sounds.']
      : []),
    ...checkWhole(
      'Minutes before the start at which an unmarked arrival sounds',
      rules['worklistSoundBeforeMinutes'],
      0,
      60,
    ),
    ...checkWhole('Minutes after which a desk locks itself', rules['deskLockMinutes'], 1, 120),
  ];
}
