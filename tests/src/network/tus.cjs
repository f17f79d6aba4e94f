// Uploads a file by tus-js-client; says on standard output what it asked and how much it sent.
const fs = require("fs");
const tus = require(process.env.KINERJA_TUS);

const methods = [];
const upload = new tus.Upload(fs.readFileSync(process.env.TUS_FILE), {
  endpoint: process.env.TUS_ENDPOINT,
  headers: { Authorization: `Bearer ${process.env.TUS_TOKEN}` },
  metadata: { upload: process.env.TUS_UPLOAD },
  retryDelays: [100, 200, 400, 800],
  storeFingerprintForResuming: false,
  onBeforeRequest: (request) => {
    methods.push(request.getMethod());
  },
  onSuccess: () => {
    console.log(JSON.stringify({ sent: upload._offset ?? upload.offset, methods }));
  },
  onError: (error) => {
    console.error(error);
    process.exitCode = 1;
  },
});
upload.start();
