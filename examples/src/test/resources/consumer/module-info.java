module consumer.app {
    requires io.mostik.remonline;
}
