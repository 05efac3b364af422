// What reads codes in pictures: the browser's own detector where there is one, else ZXing, which needs no network once it was
// loaded: the service worker keeps it on its first use.

const FALLBACK = "/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js";
const LONGEST_PX = 640;

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

async function ofLibrary() {
  const zxing = await load();
  const reader = new zxing.MultiFormatReader();
  const formats = [zxing.BarcodeFormat.QR_CODE, zxing.BarcodeFormat.CODE_128];
  reader.setHints(new Map([[zxing.DecodeHintType.POSSIBLE_FORMATS, formats]]));
  const canvas = document.createElement("canvas");
  const read = (video) => {
    const scale = Math.min(1, LONGEST_PX / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
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
