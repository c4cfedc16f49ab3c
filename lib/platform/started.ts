/** What a server process says to the one that started it, once its platform is open and it takes its jobs. */
export const started = 'started';
