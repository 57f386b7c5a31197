/** A browser on a busy machine may miss a moment: what fails is tried once more, and the closing lines of the run say so. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
