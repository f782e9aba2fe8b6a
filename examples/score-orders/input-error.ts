/** What stops the program through no fault of its own: a bad option, an unreadable file. One line, exit code 2. */

/** Its message is one sentence for the person at the terminal. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(message: string) {
    super(message.replace(/\s+/g, ' ').trim());
  }
}
