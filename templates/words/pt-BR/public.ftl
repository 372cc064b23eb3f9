### Páginas públicas. Uma chave que termina em -html leva marcas: só <b> e <a>, nunca atributos.
### { $kind } é letter, pledge ou petition.

site-name = Abaixo-assinados
language-name = Português (Brasil)
# A palavra com que este idioma se dirige a quem lê.
voice-word = você
nav-skip = Ir para o conteúdo
nav-skip-form = Ir para o formulário
nav-language = Idioma
nav-menu = Menu
nav-main = Principal
title-error = Erro: { $title }
yes = Sim
no = Não
optional = (opcional)
print-names-at = Todos os nomes: { $address }
print-sign-at = Assine pela internet: { $address }

## Tempo decorrido

ago-now = agora há pouco
ago-minutes = há { $n } min
ago-hours = { $n ->
    [one] há { $n } hora
   *[other] há { $n } horas
}
ago-days = { $n ->
    [one] ontem
   *[other] há { $n } dias
}
ago-months = { $n ->
    [one] há um mês
   *[other] há { $n } meses
}
ago-years = { $n ->
    [one] há um ano
   *[other] há { $n } anos
}

## Páginas de quem organiza

console-untranslated = Parte das páginas de quem organiza ainda não está em português e aparece em inglês.

## E-mails capturados (desenvolvimento)

dev-mail-title = E-mails capturados
dev-mail-text = Nada sai desta máquina: estas são as mensagens que teriam sido enviadas.
dev-mail-none = Nenhuma mensagem ainda.
dev-mail-to = Para { $address }
dev-mail-links = Links da mensagem
dev-mail-headers = Cabeçalhos
dev-mail-plain = Texto simples
dev-mail-source = HTML, em código
dev-mail-back = Todas as mensagens

## Acessibilidade

accessibility-title = Acessibilidade
accessibility-aim = Queremos que todas as pessoas consigam usar estas páginas: com teclado, com leitor de tela, sem scripts, com 320 pixels de largura ou com o texto no dobro do tamanho, no modo claro e no escuro. Elas são feitas para atender às WCAG 2.2, nível AA.
accessibility-how = A cada mudança neste serviço, um programa procura falhas conhecidas nas páginas, no modo claro e no escuro e em três larguras, e cada passo, da leitura à confirmação, é testado só com o teclado.
accessibility-limits-title = Problemas conhecidos
accessibility-limits = Textos, imagens e logotipos acrescentados pela equipe organizadora e pelas organizações são delas. Um programa não encontra tudo: quem usa leitor de tela pode encontrar outros problemas.
accessibility-write-title = Se você encontrar uma barreira
accessibility-write = Escreva para { $organization }, em { $contact }. Diga qual era a página e com que aparelho ou programa você estava lendo.
accessibility-write-alone = { $organization } não informa um endereço de contato. Talvez quem passou esta página para você saiba como fazer contato.
