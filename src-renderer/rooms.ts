/** The rooms of the menu, in their order: only those that work. Ctrl+1… follows it. */

export interface Room {
  readonly key: 'today' | 'customers' | 'tiers' | 'calendar' | 'reports' | 'import' | 'settings';
  readonly path: string;
  /** Paths that belong to this room too. */
  readonly also: readonly string[];
  /** A rule is drawn before this room. */
  readonly startsGroup?: boolean;
}

export const rooms: readonly Room[] = [
  { key: 'today', path: '/today', also: ['/templates', '/tickets', '/strategies', '/plans', '/leads'] },
  { key: 'customers', path: '/customers', also: ['/print', '/labels', '/review'] },
  { key: 'tiers', path: '/tiers', also: [] },
  { key: 'calendar', path: '/calendar', also: [] },
  { key: 'reports', path: '/reports', also: ['/forecast'], startsGroup: true },
  { key: 'import', path: '/import', also: ['/history', '/coverage', '/aside'], startsGroup: true },
  { key: 'settings', path: '/settings', also: ['/exclusions'] },
];

export function isInRoom(room: Room, location: string): boolean {
  return [room.path, ...room.also].some((path) => location === path || location.startsWith(`${path}/`));
}
