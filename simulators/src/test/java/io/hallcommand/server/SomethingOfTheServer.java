package io.hallcommand.server;

/**
 * Stands for any class of the server.
 */
public final class SomethingOfTheServer {

}
