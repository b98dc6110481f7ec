// Answering a message by swiping it to the left, as on a phone.

const FAR = 56;

export function swipeToReply(node, reply) {
  let begin = null;
  let way = 0;
  node.addEventListener("touchstart", ({ touches }) => {
    begin = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
    way = 0;
  }, { passive: true });
  node.addEventListener("touchmove", ({ touches }) => {
    if (!begin) return;
    const x = touches[0].clientX - begin.x;
    if (way === 0 && Math.abs(touches[0].clientY - begin.y) > Math.abs(x)) {
      begin = null;
      return;
    }
    way = Math.max(-80, Math.min(0, x));
    node.style.translate = `${way}px 0`;
  }, { passive: true });
  for (const end of ["touchend", "touchcancel"]) {
    node.addEventListener(end, () => {
      node.style.translate = "";
      if (begin && way <= -FAR && end === "touchend") reply();
      begin = null;
    });
  }
}
