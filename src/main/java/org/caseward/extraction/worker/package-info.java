/**
 * Opens hostile documents: the hub's side starts and watches worker processes, the worker's side ({@code WorkerMain}) draws and reads pages. Nothing of Spring may enter the worker's side, and no library that opens a sender's file may enter the hub's.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.extraction.worker;
