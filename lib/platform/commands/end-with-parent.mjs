// Preloaded into the server: when the process that started it is gone, however it went, so is the server.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
