// What reads codes in pictures: the browser's own detector where there is one, else ZXing, which needs no network once it was
// loaded: the service worker keeps it on its first use.

const FALLBACK = "/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js";
const LONGEST_PX = 640;
// ZXing's port misses about one in ten codes that stand straight in the picture, and one in 500 that lean: looks take turns
const LEANINGS_DEGREES = [0, 20, 30];

/** Something with detect(video), or null where there is no camera at all. */
export async function open() {
  if (!navigator.mediaDevices?.getUserMedia) {
    return null;
  }
  return (await ofBrowser()) ?? ofLibrary();
}

async function ofBrowser() {
  const formats = (await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  const wanted = ["qr_code", "code_128"].filter((format) => formats.includes(format));
  if (!wanted.includes("qr_code")) {
    return null;
  }
  const detector = new BarcodeDetector({ formats: wanted });
  return { detect: async (video) => (await detector.detect(video))[0]?.rawValue ?? null };
}

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = FALLBACK;
    script.onload = () => resolve(globalThis.ZXing);
    script.onerror = () => reject(new Error("no decoder"));
    document.head.append(script);
  });
}

/** The whole picture, turned about its middle, with white in the corners that the turn lays bare. */
function draw(pen, video, degrees) {
  const scale = Math.min(1, LONGEST_PX / Math.max(video.videoWidth, video.videoHeight));
  const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  pen.canvas.width = Math.round(width * cos + height * sin);
  pen.canvas.height = Math.round(width * sin + height * cos);
  pen.fillStyle = "white";
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.translate(pen.canvas.width / 2, pen.canvas.height / 2);
  pen.rotate(turn);
  pen.drawImage(video, -width / 2, -height / 2, width, height);
}

async function ofLibrary() {
  const zxing = await load();
  const reader = new zxing.MultiFormatReader();
  const formats = [zxing.BarcodeFormat.QR_CODE, zxing.BarcodeFormat.CODE_128];
  reader.setHints(new Map([[zxing.DecodeHintType.POSSIBLE_FORMATS, formats]]));
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  let looks = 0;
  const read = (video) => {
    draw(pen, video, LEANINGS_DEGREES[looks++ % LEANINGS_DEGREES.length]);
    const light = new zxing.HybridBinarizer(new zxing.HTMLCanvasElementLuminanceSource(canvas));
    try {
      return reader.decodeWithState(new zxing.BinaryBitmap(light)).getText();
    } catch {
      // it throws where there is no code in the picture
      return null;
    }
  };
  return { detect: async (video) => read(video) };
}
