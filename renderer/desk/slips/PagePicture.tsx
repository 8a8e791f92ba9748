import { useEffect, useRef } from 'react';

interface PagePictureProps {
  /** PNG (base64), asked for once; null: there is none any more. */
  take: () => string | null;
  label: string;
  isLarge?: boolean;
}

/** A page of ours as it will be printed, drawn on a canvas: a picture with an address could be kept by the browser, this is emptied. */
export function PagePicture({ take, label, isLarge = false }: PagePictureProps) {
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = element.current;
    const picture = take();
    let isWanted = true;
    if (canvas !== null && picture !== null) {
      void bitmapOf(picture).then((bitmap) => {
        if (isWanted) {
          canvas.width = bitmap.width;
          canvas.height = bitmap.height;
          canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
        }
        bitmap.close();
      });
    }
    return () => {
      isWanted = false;
      if (canvas === null) return;
      // Gives its memory back.
      canvas.width = 0;
      canvas.height = 0;
    };
  }, [take]);
  return (
    <canvas
      ref={element}
      className={`desk-slips__picture${isLarge ? ' desk-slips__picture--large' : ''}`}
      role="img"
      aria-label={label}
    />
  );
}

async function bitmapOf(picture: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  try {
    return await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  } finally {
    bytes.fill(0);
  }
}
