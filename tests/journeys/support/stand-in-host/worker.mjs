/** A worker for the stand-in host: answers one order over the port the shell hands it, then ends, unless it is to be killed. */

process.parentPort.once('message', ({ data, ports: [port] }) => {
  if (data.kind !== 'attach-host') process.exit(9);
  port.on('message', (event) => {
    port.postMessage({ did: event.data, pid: process.pid });
    if (event.data !== 'be-killed') setTimeout(() => process.exit(5), 100);
  });
  port.start();
});
