/** The names of the few channels between preload and shell. Each is checked for its sender; there are no others. */

export const channels = {
  /** preload → shell: a page has loaded and wants its port to the host. */
  attach: 'regulars:attach',
  /** shell → preload: here it is. */
  port: 'regulars:port',
  /** shell → preload: the host ended; a new port follows. */
  down: 'regulars:down',
  /** shell → preload: an event of the shell's own (a menu command, a restart). */
  event: 'regulars:event',
  /** preload → shell, answered: a method of the shell contract. */
  call: 'regulars:call',
  /** preload → shell, answered: the path of a dropped file, for a ticket. */
  ticketFor: 'regulars:ticket-for',
} as const;
