import { useContext, useEffect, useState } from 'react';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import type { DeskClient } from '../deskClient';
import { followStream } from '../live';
import { SessionRefused } from '../parts/session';

/**
 * Printers, and the batch of invitations, as the machine sent them last; null before the first word. What was sent last stays while the machine
 * cannot be reached: the frame says so. They are looked at for as long as the component stands.
 */
export function usePrinting(client: DeskClient): PrintingSnapshot | null {
  const onRefused = useContext(SessionRefused);
  const [printing, setPrinting] = useState<PrintingSnapshot | null>(null);
  useEffect(() => {
    const stream = followStream((signal) => client.printing.live(undefined, { signal }), {
      onItem: setPrinting,
      onLost: () => undefined,
      onRefused,
    });
    return () => stream.stop();
  }, [client, onRefused]);
  return printing;
}
