/** The system's notifications. False where there are none: the page then shows the same words itself. */

import { Notification } from 'electron';

export function notify(title: string, body: string, onClick: () => void): boolean {
  if (!Notification.isSupported()) return false;
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  notification.show();
  return true;
}
