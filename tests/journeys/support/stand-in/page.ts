/** What a page does with the bridge, as little as journeys about the shell need. What it hears and gets stays on `window`. */

const heard: unknown[] = [];
const tickets: unknown[] = [];
const violations: string[] = [];
Object.assign(window, { heard, tickets, violations });

for (const name of ['ledger.restarted', 'shell.command']) {
  window.regulars?.subscribe(name, (detail) => heard.push({ name, detail }));
}
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  for (const file of event.dataTransfer?.files ?? [])
    void window.regulars?.ticketFor(file).then((answer) => tickets.push(answer));
});
