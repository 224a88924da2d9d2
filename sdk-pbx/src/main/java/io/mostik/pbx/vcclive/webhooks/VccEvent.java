package io.mostik.pbx.vcclive.webhooks;

/** An event whose shape tells what it is. A newer version of the SDK may know more of them: keep a default branch. */
public sealed interface VccEvent
        permits CallDisposition, PaymentTransaction, ProjectLogin, UserEvent, TicketEvent, ChatEvent, UnknownEvent {}
