/** What a page does with the bridge, as little as journeys about the shell need. */

window.heard = [];
for (const name of ['ledger.restarted', 'shell.command']) {
  window.regulars.subscribe(name, (detail) => window.heard.push({ name, detail }));
}
window.tickets = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective));
const drop = document.querySelector('#drop');
drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', async (event) => {
  event.preventDefault();
  for (const file of event.dataTransfer.files) window.tickets.push(await window.regulars.ticketFor(file));
});
