### Mensagens. Um assunto fica dentro de 70 caracteres; { $title } e { $name } já chegam cortados.
### { $kind } é letter, pledge ou petition.


## Quem escreve onde nada pode ser dito antes de a mensagem ser aberta

mail-sender-discreet = Confirmações

## Confirmar

mail-confirm-subject = Confirme sua assinatura: { $title }
mail-confirm-subject-discreet = Confirme a mensagem que você nos enviou
mail-confirm-lead = { $name }, confirme sua assinatura, por favor.
mail-confirm-lead-discreet = { $name }, confirme o que você nos enviou.
mail-confirm-reminder = Você assinou há pouco tempo, mas sua assinatura ainda não conta.
mail-confirm-button = Confirmar minha assinatura
mail-confirm-button-discreet = Confirmar
mail-confirm-until = O link funciona até { $date }. Depois que você confirmar, ele mostra a situação da sua assinatura.
mail-confirm-code = Ou digite este código na página em que você assinou: { $code }
mail-confirm-word = Se a página pedir uma palavra, é: { $word }
mail-confirm-code-html = Ou digite este código na página em que você assinou: <b>{ $code }</b>
mail-confirm-word-html = Se a página pedir uma palavra, é: <b>{ $word }</b>
mail-confirm-listed = Sua assinatura vai aparecer assim: { $line }
mail-confirm-unlisted = Sua assinatura vai contar, mas seu nome não vai aparecer.
mail-confirm-updates-yes = E-mails com novidades: sim, de { $organizations }
mail-confirm-updates-no = E-mails com novidades: não
mail-confirm-promise = Seu compromisso: { $words }
mail-confirm-not-you = Não foi você quem assinou? Não faça nada: o que foi digitado desaparece depois de { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}. Ou abra o link e toque em “Não fui eu”.

## Já contada

mail-already-subject = Você já tinha assinado: { $title }
mail-already-subject-discreet = Não falta mais nada
mail-already-lead = { $name }, você já tinha assinado. Não falta mais nada.
mail-already-lead-discreet = { $name }, já temos sua mensagem. Não falta mais nada.
mail-already-on = Sua assinatura conta desde { $date }. Assinar de novo não muda nada: cada pessoa conta uma vez.
mail-already-undated = Assinar de novo não muda nada: cada pessoa conta uma vez.
mail-already-again-discreet = Enviar de novo não muda nada.
mail-already-button = Ver ou retirar minha assinatura
mail-already-button-discreet = Ver ou retirar
mail-already-not-you = Se não foi você quem tentou de novo, não precisa fazer nada.

## Não fui eu

mail-acknowledge-subject = Apagamos os dados: { $title }
mail-acknowledge-lead = Agradecemos por avisar que não foi você.
mail-acknowledge-text = Alguém digitou este e-mail em um formulário. Nada foi contado, e apagamos o que foi digitado.
mail-acknowledge-quiet = Durante 30 dias, se outra pessoa digitar este e-mail, não vamos escrever para ele sobre isso.

## Convite para organizar

mail-invitation-subject = { $organization } convida você para a equipe organizadora
mail-invitation-lead = { $inviter } convida você a trabalhar nos abaixo-assinados de { $organization }.
mail-invitation-button = Aceitar o convite
mail-invitation-until = O link funciona uma só vez, até { $date }.
mail-invitation-not-you = Se você não sabe por que recebeu o convite, não faça nada.

## Nova senha

mail-reset-subject = Crie uma nova senha
mail-reset-lead = Alguém, provavelmente você, pediu uma nova senha para a conta deste e-mail.
mail-reset-button = Criar uma nova senha
mail-reset-until = O link funciona uma só vez, durante { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}.
mail-reset-not-you = Se não foi você, não faça nada: sua senha continua a mesma.

## A senha de uma conta foi trocada

mail-security-subject = Sua senha foi trocada
mail-security-passphrase = A senha da sua conta foi trocada em { $date } (UTC).
mail-security-reset = Uma nova senha foi criada para sua conta em { $date } (UTC), com o link de uma mensagem enviada a este e-mail.
mail-security-sessions = Todas as outras sessões foram encerradas.
mail-security-you = Se foi você, não precisa fazer nada.
mail-security-not-you = Se não foi você, crie uma nova senha agora e troque também a senha deste e-mail: alguém pode estar lendo suas mensagens.

## Segundo fator, códigos de recuperação, endereço de uma conta

mail-second-on-subject = Um segundo fator foi configurado
mail-second-on = Em { $date } (UTC) um segundo fator foi configurado para sua conta: agora, para entrar, é preciso um código de um aplicativo.
mail-second-off-subject = Seu segundo fator foi desativado
mail-second-off = Em { $date } (UTC) o segundo fator da sua conta foi desativado: para entrar, basta a senha.
mail-second-taken = Em { $date } (UTC) quem administra este site tirou o segundo fator da sua conta: para entrar, basta a senha.
mail-recovery-used-subject = Um código de recuperação foi usado
mail-recovery-used = Em { $date } (UTC) alguém que sabia a senha da sua conta usou um dos códigos de recuperação no lugar de um código do aplicativo.
mail-recovery-new-subject = Você tem novos códigos de recuperação
mail-recovery-new = Em { $date } (UTC) os códigos de recuperação da sua conta foram refeitos. Os de antes não funcionam mais.
mail-address-changed-subject = O endereço da sua conta foi trocado
mail-address-from = Em { $date } (UTC) sua conta passou a ter outro endereço. Você não entra mais com este, e as mensagens sobre a conta não chegam mais aqui.
mail-address-to = Em { $date } (UTC) este passou a ser o endereço da sua conta: de agora em diante, você entra com ele.
mail-address-not-you = Se não foi você, escreva logo para titulares da sua organização ou para quem administra este site.
mail-address-subject = Este é seu novo endereço?
mail-address-lead = Alguém que está com a sessão aberta em uma conta quer usar este endereço para ela.
mail-address-button = Usar este endereço
mail-address-until = O link funciona uma única vez, durante uma hora, em um navegador em que você esteja com a sessão aberta.
mail-address-not-mine = Se você não sabe nada disto, não faça nada: nada muda.
mail-ended-subject = Uma organização de que você é titular foi excluída
mail-ended = { $person } excluiu a organização { $organization } em { $date } (UTC). Os rascunhos foram apagados e ninguém mais trabalha para ela. Os abaixo-assinados encerrados ficam como estão.
mail-ended-not-you = Se você não esperava isso, escreva para quem fez e para quem mantém este site: aqui não é possível desfazer.
mail-place-subject = Seu lugar em uma organização mudou
mail-place-role = { $person } deu a você outra função em { $organization } em { $date } (UTC). Já está valendo; em “Pessoas” você vê o que ela permite.
mail-place-owner = { $person } tornou você titular de { $organization } em { $date } (UTC). Agora você pode fazer tudo lá.
mail-place-removed = { $person } removeu você de { $organization } em { $date } (UTC), e todas as suas sessões foram encerradas. Sua conta continua existindo.
mail-place-not-you = Se você não esperava isso, pergunte a quem fez.
mail-list-taken-subject = Uma lista de assinaturas foi baixada
mail-list-taken = { $person } baixou uma lista com endereços de quem assinou com { $organization } em { $date } (UTC). Na página de atividade você vê qual foi, e se outras foram baixadas nesse dia.
mail-list-taken-not-you = Se você não esperava isso, pergunte a quem fez. Se foi feito com a sua conta e não por você, escolha logo uma nova frase de acesso: isso encerra todas as sessões.
mail-token-made-subject = Um token foi criado: um programa pode entrar
mail-token-made = { $person } criou um token para { $organization } em { $date } (UTC). O programa que o tiver pode fazer em nome de { $organization } aquilo para que foi criado. Em “Tokens”, nas configurações, você vê qual é e pode revogá-lo.
mail-token-made-not-you = Se você não esperava isso, revogue o token e pergunte a quem o criou. Se foi feito com a sua conta e não por você, escolha logo uma nova frase de acesso: isso encerra todas as sessões.
mail-by-operator = Quem administra este site
mail-batch-waits-subject = Uma decisão sobre muitas assinaturas espera outra pessoa
mail-batch-waits = Em { $date } (UTC), { $person } propôs reter, contar ou remover muitas assinaturas de uma vez em uma petição de { $organization }. Outra pessoa precisa concordar; se mais ninguém puder, acontece depois de um dia. Em “Held and decided”, na petição, você vê quais são, concorda ou interrompe.
mail-batch-waits-not-you = Se você não esperava isso, pergunte a quem fez. Se foi feito com a sua conta e não por você, interrompa e escolha logo uma nova frase de acesso: isso encerra todas as sessões.
mail-webhook-off-subject = Um webhook foi desligado
mail-webhook-off = Em { $date } (UTC), o webhook de { $organization } para { $person } foi desligado: o receptor disse que não existe mais, ou não aceitou nada por cinco dias.
mail-webhook-off-now = Fale com quem cuida do receptor. Na página do webhook, nas configurações da organização, você vê o que foi tentado, pode ligá-lo de novo e reenviar o que foi abandonado, ou excluí-lo.
mail-webhook-left-subject = Webhooks de alguém que saiu
mail-webhook-left = Em { $date } (UTC), { $person } deixou de trabalhar em { $organization }. Essa pessoa criou webhooks da organização, que continuam avisando outros programas do que acontece.
mail-webhook-left-now = Veja-os nas configurações da organização: exclua o que ninguém precisa e dê um segredo novo aos outros se essa pessoa conhecia o deles.
mail-list-which = { $lines ->
    [one] Tem uma linha, de “{ $petition }”.
   *[other] Tem { $lines } linhas, de “{ $petition }”.
}
mail-list-what-for = Finalidade: { $purpose }. O arquivo vai para: { $recipient }.
list-purpose = { $purpose ->
    [mailing] escrever a quem aceitou
    [delivery] entregar a petição
    [import] outra ferramenta nossa
    [checking] verificar assinaturas
    [archive] guardar a lista
   *[other] outra coisa
}

## Depois de apagar os dados

mail-erased-subject = Seus dados foram apagados: { $title }
mail-erased-lead = Pronto: seu nome, seu e-mail e tudo o mais que você informou foram apagados.
mail-erased-text = Esses dados não estão mais na lista pública nem no que a equipe organizadora vê.
mail-erased-copies = Não podemos recolher cópias já entregues, por exemplo em uma carta: fale com quem está com elas.
mail-erased-quiet = Este endereço de e-mail também é apagado assim que enviamos esta mensagem. Se alguém assinar com ele de novo, avisamos no máximo uma vez por ano.

## O link da própria assinatura

mail-own-subject = Sua assinatura: { $title }
mail-own-subject-discreet = O link que você pediu
mail-own-lead = { $name }, aqui está o link da sua assinatura.
mail-own-lead-discreet = { $name }, aqui está o link que você pediu.
mail-own-button = Ver, mudar ou retirar
mail-own-not-you = Se você não pediu isto, não faça nada: só você tem o link.

## Depois de retirar

mail-withdrawn-subject = Sua assinatura foi retirada: { $title }
mail-withdrawn-lead = { $name }, sua assinatura foi retirada e não conta mais.
mail-withdrawn-button = Reativar minha assinatura
mail-withdrawn-not-you = Se foi você quem retirou, não precisa fazer nada. Se não foi, ou se você mudou de ideia, pode desfazer até { $date }.

## Depois de uma mudança no que se pede

mail-changed-subject = O que você assinou mudou: { $title }
mail-changed-subject-discreet = Novidade sobre a mensagem que você nos enviou
mail-changed-lead = { $name }, a equipe organizadora agora pede algo diferente do que você assinou.
mail-changed-text = Sua assinatura continua contando, para o texto que você assinou. Você pode ler os dois textos na página em que assinou. Se não quiser mais seu nome ali, pode retirar a assinatura.
mail-changed-button = Retirar minha assinatura

## A um parceiro

mail-partner-subject = O que o seu site trouxe: { $title }
mail-partner-lead = Você é o contato de { $partner }, que mostra o formulário de “{ $title }”. Este link leva ao que veio do seu site.
mail-partner-list = Ele entrega, uma só vez, a lista de quem aceitou receber suas mensagens.
mail-partner-button = Ver o que o seu site trouxe
mail-partner-until = O link vale por 24 horas. Se você não sabe por que recebeu isto, não faça nada.

## A quem organiza, uma vez por dia se houver algo a contar

mail-digest-subject = Novidades dos seus abaixo-assinados
mail-digest-lead = Isto é o que aconteceu desde { $date } e o que espera por você.
mail-digest-site = O e-mail deste site
mail-digest-failed-all = { $n ->
    [one] { $n } mensagem não pôde ser entregue. O motivo está na página de e-mail.
   *[other] { $n } mensagens não puderam ser entregues. O motivo está na página de e-mail.
}
mail-digest-unnamed = Um dos seus abaixo-assinados, que as mensagens não nomeiam
mail-digest-first = { $n ->
    [one] A primeira assinatura chegou.
   *[other] As primeiras assinaturas chegaram: já são { $n }.
}
mail-digest-goal = A marca de { $goal } foi alcançada: { $n } pessoas já assinaram.
mail-digest-held = { $n ->
    [one] { $n } assinatura está retida até que alguém decida.
   *[other] { $n } assinaturas estão retidas até que alguém decida.
}
mail-digest-reasons = { $n ->
    [one] { $n } motivo espera ser lido.
   *[other] { $n } motivos esperam ser lidos.
}
mail-digest-organizations = { $n ->
    [one] { $n } organização quer aparecer na lista.
   *[other] { $n } organizações querem aparecer na lista.
}
mail-digest-failed = { $n ->
    [one] { $n } mensagem não chegou à caixa de entrada e não será mais tentada.
   *[other] { $n } mensagens não chegaram às caixas de entrada e não serão mais tentadas.
}
mail-digest-going = Os dados de todas as pessoas que assinaram serão apagados depois de { $date }. Se você ainda precisa entregar a lista, faça isso antes.
mail-digest-more = { $n ->
    [one] Há novidades de mais { $n } abaixo-assinado.
   *[other] Há novidades de mais { $n } abaixo-assinados.
}
mail-digest-button = Ver seus abaixo-assinados
mail-digest-choose = Uma mensagem assim chega no máximo uma vez por dia. No site, na página da sua conta, você escolhe do que avisamos.
