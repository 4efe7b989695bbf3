/** The system's notifications. False where there are none: the page then shows the same words itself. */

import { Notification } from 'electron';

/** One that nobody holds is collected, and its click is never heard. */
const shown = new Set<Notification>();

export function notify(title: string, body: string, onClick: () => void): boolean {
  if (!Notification.isSupported()) return false;
  const notification = new Notification({ title, body });
  shown.add(notification);
  notification.on('click', () => {
    shown.delete(notification);
    onClick();
  });
  notification.on('close', () => shown.delete(notification));
  notification.show();
  return true;
}
