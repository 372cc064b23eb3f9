### Páginas de um abaixo-assinado: a página, o número, a imagem, a lista de todos.
### { $kind } é letter, pledge ou petition.

## A contagem

signed-html = { $n ->
    [one] <b>{ $n }</b> pessoa já assinou
   *[other] <b>{ $n }</b> pessoas já assinaram
}
pledged-html = { $n ->
    [one] <b>{ $n }</b> pessoa já assumiu o compromisso
   *[other] <b>{ $n }</b> pessoas já assumiram o compromisso
}
confirmed-html = { $n ->
    [one] <b>{ $n }</b> assinatura confirmada até agora
   *[other] <b>{ $n }</b> assinaturas confirmadas até agora
}
signed-over-html = { $n ->
    [one] <b>{ $n }</b> pessoa assinou
   *[other] <b>{ $n }</b> pessoas assinaram
}
signed-first = Seja uma das primeiras pessoas a assinar
to-go = { $left ->
    [one] Falta { $left } para chegar a { $goal }
   *[other] Faltam { $left } para chegar a { $goal }
}
goal-met = Meta de { $goal } alcançada
goal-met-on = Meta de { $goal } alcançada em { $date }
goal-why = Por que { $goal }:
since-yesterday = { $n ->
    [one] { $n } desde ontem
   *[other] { $n } desde ontem
}
strokes = { $n ->
    [one] { $n } de { $goal } assinaturas
   *[other] { $n } de { $goal } assinaturas
}
as-of = Números das { $time }. Estamos com um problema técnico, e o total pode estar desatualizado.

## Um abaixo-assinado

eyebrow-to = { $kind ->
    [letter] Carta aberta a { $target }
    [pledge] Compromisso dirigido a { $target }
   *[petition] Abaixo-assinado dirigido a { $target }
}
# Como o artigo de a quem se dirige se junta à palavra anterior: o que se encontra e o que resulta.
eyebrow-joins = a o = ao, a a = à, a os = aos, a as = às
eyebrow = { $kind ->
    [letter] Carta aberta
    [pledge] Compromisso
   *[petition] Abaixo-assinado
}
untranslated = Este texto ainda não foi traduzido.
started-by = Iniciativa de
who-with = com
who-more = { $n ->
    [one] e mais { $n }
   *[other] e mais { $n }
}
fact-closes-html = Prazo: <b>{ $date }</b>, { $days ->
    [0] hoje
    [one] daqui a { $days } dia
   *[other] daqui a { $days } dias
}
fact-goes = Vai para:
bar-button = { $kind ->
    [pledge] Participar
   *[petition] Assinar
}
bar-signed = { $kind ->
    [pledge] compromissos
   *[petition] assinaturas
}
bar-closes = prazo: { $date }
register-next = Seu nome entra aqui
form-see = { $shown ->
    [counted] Sem nome
    [place] Cidade
    [name] Nome
   *[detail] Nome e dados
}
form-sample = { $shown ->
    [place] Uma pessoa da sua cidade
   *[counted] Uma pessoa que assinou
}
form-your-name = Seu nome
form-trust = Sua assinatura conta depois que você confirma por e-mail. Sem rastreamento.
preview = Prévia. Só a equipe organizadora vê esta página, e ainda não é possível assinar.
section-sign = { $kind ->
    [letter] Assine esta carta
    [pledge] Assuma este compromisso
   *[petition] Assine este abaixo-assinado
}
form-title = { $kind ->
    [pledge] Assuma este compromisso
   *[petition] Inclua seu nome
}
form-promise = Meu compromisso
promise-mark = Meu compromisso:
promises-title = Com o que as pessoas se comprometem
promises-counted = { $n ->
    [one] { $n } pessoa
   *[other] { $n } pessoas
}
form-name = Nome completo
form-email = E-mail
form-email-hint = Para confirmar. Nunca fica público.
form-listed = Aparece ao lado do seu nome
form-role = Ocupação
form-affiliation = Escola, universidade ou trabalho
form-place = Cidade ou estado
form-postcode = CEP ou código postal
form-country = País
form-about = Sobre você
form-unlisted = Só a equipe organizadora vê
form-updates = { $organization } pode enviar e-mails para você sobre esta campanha?
form-updates-several = Quem pode enviar e-mails para você sobre esta campanha?
form-updates-several-hint = Só quem você marcar vai escrever para você.
form-updates-founder = { $organization } pode me enviar e-mails sobre esta campanha
form-updates-partner = { $partner } pode enviar e-mails para você? Se você disser que sim, { $partner } recebe seu nome e seu e-mail.
form-updates-stated = { $question } (resposta indicada pelo programa “{ $program }”)
# O que aparece ao lado de um nome, depois de "com".
listed-role = ocupação
listed-affiliation = escola ou trabalho
listed-place = cidade
listed-details = outros dados
form-public = { $shown ->
    [counted] Contar minha assinatura, mas sem mostrar meu nome
    [place] { $kind ->
        [letter] Mostrar só minha cidade (“Uma pessoa de Campinas”), sem meu nome, na página da carta e na carta que for entregue
        [pledge] Mostrar só minha cidade (“Uma pessoa de Campinas”), sem meu nome, na página do compromisso
       *[petition] Mostrar só minha cidade (“Uma pessoa de Campinas”), sem meu nome, na página do abaixo-assinado e no abaixo-assinado que for entregue
    }
    [name] { $kind ->
        [letter] Mostrar meu nome na página da carta e na carta que for entregue
        [pledge] Mostrar meu nome na página do compromisso
       *[petition] Mostrar meu nome na página do abaixo-assinado e no abaixo-assinado que for entregue
    }
   *[detail] { $kind ->
        [letter] Mostrar meu nome com { $listed } na página da carta e na carta que for entregue
        [pledge] Mostrar meu nome com { $listed } na página do compromisso
       *[petition] Mostrar meu nome com { $listed } na página do abaixo-assinado e no abaixo-assinado que for entregue
    }
}
form-public-choice = O que outras pessoas podem ver?
form-public-hint = Se você não marcar esta caixa, sua assinatura conta, mas seu nome não aparece.
form-public-never = Nenhum nome aparece aqui: sua assinatura conta, mas seu nome não aparece.
form-public-always = { $shown ->
    [name] { $kind ->
        [letter] Nesta carta, os nomes são públicos. O seu também será, aqui e na carta que for entregue.
        [pledge] Neste compromisso, os nomes são públicos. O seu também será.
       *[petition] Neste abaixo-assinado, os nomes são públicos. O seu também será, aqui e no abaixo-assinado que for entregue.
    }
   *[detail] { $kind ->
        [letter] Nesta carta, os nomes são públicos. O seu também será, com { $listed }, aqui e na carta que for entregue.
        [pledge] Neste compromisso, os nomes são públicos. O seu também será, com { $listed }.
       *[petition] Neste abaixo-assinado, os nomes são públicos. O seu também será, com { $listed }, aqui e no abaixo-assinado que for entregue.
    }
}
form-why-asked = Para quê:
form-no-reply = Sem resposta
form-leave-empty = Deixe este campo vazio
form-keeps = { $organization } guarda seus dados até { $date }.
form-keeps-after = { $organization } guarda seus dados até { $months ->
    [one] um mês
   *[other] { $months } meses
} depois do encerramento.
form-privacy = Como usamos seus dados
form-button = { $kind ->
    [letter] Assinar a carta
    [pledge] Assumir o compromisso
   *[petition] Assinar o abaixo-assinado
}
closed-title = { $kind ->
    [letter] Esta carta foi encerrada
    [pledge] Este compromisso foi encerrado
   *[petition] Este abaixo-assinado foi encerrado
}
closed-on = As assinaturas foram encerradas em { $date }. Agradecemos a todas as pessoas que assinaram.
closed-outcome = Como terminou
paused-title = As assinaturas estão em pausa
paused-text = A equipe organizadora pausou as assinaturas por enquanto. Nenhuma assinatura se perde. Volte mais tarde, por favor.
coming-title = Ainda não é possível assinar
coming-text = { $kind ->
    [letter] Você poderá assinar esta carta a partir de { $date }.
    [pledge] Você poderá assumir este compromisso a partir de { $date }.
   *[petition] Você poderá assinar este abaixo-assinado a partir de { $date }.
}
petition-removed-title = Este abaixo-assinado foi retirado do ar
petition-removed = A equipe organizadora retirou este abaixo-assinado do ar.
petition-off = Este abaixo-assinado não está disponível neste momento. Nenhuma assinatura se perde.
reworded = { $counted ->
    [one] { $counted } pessoa já assinou. Neste texto: { $n }.
   *[other] { $counted } pessoas já assinaram. Neste texto: { $n }.
}
reworded-on = O pedido foi alterado em { $date }: veja todas as versões.
corrections-title = Correções do número
corrections-text = Quando a equipe organizadora encontra assinaturas que não são o que deveriam, ela as retira da contagem ou as devolve. Cada decisão fica aqui por dia. De quem eram só fica sabendo quem assinou, na própria página.
corrections-none = Nada foi corrigido.
correction = { $act ->
    [count] { $n ->
        [one] { $n } assinatura voltou a ser contada.
       *[other] { $n } assinaturas voltaram a ser contadas.
    }
    [hold] { $n ->
        [one] { $n } assinatura foi separada para ser conferida.
       *[other] { $n } assinaturas foram separadas para ser conferidas.
    }
   *[remove] { $n ->
        [one] { $n } assinatura foi retirada.
       *[other] { $n } assinaturas foram retiradas.
    }
}
correction-back = { $n ->
    [one] { $n } delas voltou depois ao lugar.
   *[other] { $n } delas voltaram depois ao lugar.
}
correction-cause = { $cause ->
    [program] { $n } preenchidas por um programa
    [invented] { $n } sem nome de pessoa
    [twice] { $n } assinadas duas vezes
    [other-person] { $n } assinadas em nome de outra pessoa
    [abusive] { $n } com um nome que ofende alguém
    [mistake] { $n } retidas ou retiradas por engano
    [in-order] { $n } conferidas e em ordem
   *[other] { $n } por outro motivo
}
corrections-link = Como o número foi corrigido
wordings-title = Todas as versões
wordings-text = Cada pessoa assinou o texto que leu. Quando a equipe organizadora muda o texto, as versões anteriores continuam aqui.
wordings-from = Desde { $date }
wordings-first = O primeiro texto neste idioma.
wordings-before = Este texto substituiu um anterior.
wordings-mend = A equipe organizadora corrigiu a ortografia.
wordings-change = A equipe organizadora mudou o pedido.
wordings-signed = { $n ->
    [0] Nenhuma assinatura neste texto.
    [one] { $n } assinatura neste texto.
   *[other] { $n } assinaturas neste texto.
}
wordings-show = Ler
latest-title = Últimas assinaturas
latest-private = Uma pessoa que assinou
latest-place = Uma pessoa de { $place }
latest-private-detail = Prefere não mostrar o nome
handed-over-title = Entregue
handed-over = { $n ->
    [one] Entregue a { $recipient } em { $date } com uma assinatura.
   *[other] Entregue a { $recipient } em { $date } com { $n } assinaturas.
}
handed-over-sum = SHA-256 do arquivo:
next-title = O que acontece agora
foot-contact = Falar com a equipe organizadora
foot-privacy = Privacidade
foot-accessibility = Acessibilidade
foot-back = { $kind ->
    [letter] Voltar à carta
    [pledge] Voltar ao compromisso
   *[petition] Voltar ao abaixo-assinado
}
foot-trust = Como as assinaturas são verificadas
foot-report = Denunciar esta página
foot-imprint = Quem mantém este site
foot-operator = Este site é mantido por { $operator }.
foot-promise = Cada assinatura é confirmada por e-mail. Os nomes só aparecem com permissão. Sem rastreamento.
foot-organize = Para quem organiza

## Todos os abaixo-assinados

browse-title = Abaixo-assinados abertos
browse-none = Nenhum abaixo-assinado está aberto no momento.
front-empty-title = Ninguém configurou este site ainda.
front-empty-text = Até que alguém o faça, não há nada para assinar aqui.
front-empty-how = Para quem o administra: ao iniciar, o programa escreveu no registro um link de uso único. Esse link conduz por todo o resto. Vale por uma hora, e cada início do programa escreve um novo.
front-tab = Abaixo-assinados, cartas abertas e compromissos
front-title = Assine pelo que você defende.
front-text = Abaixo-assinados, cartas abertas e compromissos, conduzidos por quem os criou. Você não precisa de conta: assine aqui, confirme por e-mail, e seu nome só aparece se você permitir.
over-title = Como terminaram os outros
over-line = { $n ->
    [one] { $n } pessoa assinou. Encerramento: { $date }.
   *[other] { $n } pessoas assinaram. Encerramento: { $date }.
}
organization-write = Escrever para { $contact }

## Selo

badge-label = assinaturas
badge-of = { $n } de { $goal }

## O que acontece agora

next-today = Hoje
next-confirm = Você confirma por e-mail.
next-open = { $kind ->
    [letter] Primeiro dia para assinar a carta.
    [pledge] Primeiro dia para assumir o compromisso.
   *[petition] Primeiro dia para assinar o abaixo-assinado.
}
next-close = { $kind ->
    [letter] Último dia para assinar a carta.
    [pledge] Último dia para assumir o compromisso.
   *[petition] Último dia para assinar o abaixo-assinado.
}
next-after = Depois disso
next-from-now = A partir de agora
next-updates = A equipe organizadora escreve a quem aceitou receber e-mails.
# Before a day, for whoever does not see its mark.
next-past = Já passou:
next-is-today = Hoje:
next-is-next = Próximo passo:

## Alto risco

risk-leave = Sair desta página agora
risk-leave-keys = Ou aperte Shift três vezes
risk-way-out = Saída
risk-leave-rest = “Sair desta página agora”, no alto, abre uma enciclopédia no lugar desta página. O que você abriu antes fica no histórico do navegador: uma janela anônima não guarda histórico.
risk-secret-title = Quem vê que você assinou
risk-secret-shown = Ninguém que visite estas páginas: seu nome não aparece, e não há lista de nomes, só um número.
risk-secret-told = { $organization } vê isso e promete não mostrar os nomes a ninguém: nem no seu trabalho, nem na sua escola ou universidade.
risk-secret-told-several = { $organization } e as organizações que você escolher abaixo veem isso. Elas prometem não mostrar os nomes a ninguém: nem no seu trabalho, nem na sua escola ou universidade.
risk-secret-site = Quem mantém este site poderia ler a lista, e a Justiça poderia pedi-la. Não guardamos seu endereço IP.
risk-address = Use um e-mail pessoal, que ninguém do seu trabalho, da sua escola ou da sua universidade possa ler.
risk-device = Use seu próprio celular ou computador, não os do trabalho, da escola ou da universidade, nem a rede deles.
risk-sure = Usar este e-mail mesmo assim
risk-mailbox-title = Para que mais ninguém leia
risk-mailbox-open = A mensagem só diz do que se trata depois que você a abre.
risk-mailbox-close = Depois de confirmar, apague a mensagem e feche seu e-mail e esta página. Você pode pedir um novo link quando quiser.
risk-receives-target = O número, sem nomes, é entregue a:
risk-cookies = Nenhum enquanto você só lê. Dois depois de assinar, para que o mesmo navegador possa confirmar sem mais perguntas e para que as próximas páginas mostrem o que você enviou. Os dois somem quando você fecha o navegador.
risk-share = Repasse só para pessoas de confiança, do seu próprio celular ou computador. A mensagem não diz que você assinou.
risk-share-message = Dê uma olhada em “{ $title }”: { $link }
risk-no-history = Onde assinar pode colocar pessoas em perigo, não mostramos a ninguém a data das assinaturas.

## Prévias de links

og-locale = pt_BR
og-locale-europe = pt_BR
card-signed = { $kind ->
    [pledge] Mais de { $n } compromissos
   *[petition] Mais de { $n } assinaturas
}
card-first = { $kind ->
    [pledge] Seja uma das primeiras pessoas a participar
   *[petition] Seja uma das primeiras pessoas a assinar
}

## A imagem

picture-by = Imagem: { $credit }
strokes-alt = { $n } traços de contagem, { $each ->
    [1] um para cada assinatura
   *[other] um para cada { $each } assinaturas
}; os cinco mais recentes são amarelos.
