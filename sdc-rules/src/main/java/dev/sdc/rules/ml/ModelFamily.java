package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Output;
import java.util.List;

/** What a machine-learning model keeps of the records it learned from, as its declared type says. */
enum ModelFamily {
    /** Its parameters are records, or weights on records. */
    INSTANCES(
            "knn",
            "k nn",
            "nearest neighbour",
            "nearest neighbours",
            "nearest neighbor",
            "nearest neighbors",
            "svm",
            "svc",
            "svr",
            "support vector",
            "support vectors",
            "gaussian process",
            "kriging",
            "case based",
            "lvq",
            "learning vector quantization",
            "learning vector quantisation",
            "som",
            "self organising map",
            "self organizing map",
            "kernel",
            "radial basis",
            "rbf",
            "instance based",
            "k medoids"),
    /** It writes sequences that it may have learned by heart. */
    GENERATIVE(
            "language model",
            "large language model",
            "llm",
            "gpt",
            "bert",
            "transformer",
            "lstm",
            "rnn",
            "recurrent",
            "sequence model",
            "sequence to sequence",
            "gan",
            "generative",
            "vae",
            "autoencoder",
            "diffusion",
            "embedding",
            "embeddings",
            "word2vec",
            "doc2vec"),
    /** It sorts records into leaves or rules. */
    LEAVES(
            "tree",
            "trees",
            "cart",
            "forest",
            "forests",
            "boosting",
            "boosted",
            "xgboost",
            "lightgbm",
            "catboost",
            "gbm",
            "rule list",
            "rule lists",
            "adaboost",
            "bagging"),
    /** It has weights that belong to no record. */
    OTHER,
    /** Nobody says what it is. */
    UNKNOWN;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
    private final List<String> words;

    ModelFamily(String... words) {
        this.words = List.of(words);
    }

    /** The family that the declaration of an output names. */
    static ModelFamily of(Output output) {
        Declaration declaration = output.declaration();
        String type = declaration.modelType() != null ? declaration.modelType() : declaration.method();
        if (type == null || type.isBlank()) {
            return UNKNOWN;
        }
        for (ModelFamily family : values()) {
            if (Wording.names(type, family.words.toArray(String[]::new))) {
                return family;
            }
        }
        return OTHER;
    }
}
