"use strict";
/* A text or a blob to the reader's disk: nothing leaves the machine. */
window.saved = (content, name, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
