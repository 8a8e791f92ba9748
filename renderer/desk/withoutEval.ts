import * as z from 'zod';

// The content security policy lets no page make code from text. Without being told, the contract's library would try, and the browser would
// complain about it in its console at every start.
z.config({ jitless: true });
