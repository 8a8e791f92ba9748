/** electron-builder's hook `beforeBuild`: the bundles hold every package they need, so none is to be collected or rebuilt. */
exports.default = () => Promise.resolve(false);
