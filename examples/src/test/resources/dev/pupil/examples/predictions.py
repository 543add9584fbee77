"""Prints what the models of a folder predict, a line for each: its name, then its predictions.

usage: predictions.py onnx|onnxruntime FOLDER

Beside NAME.onnx lie NAME.queries.csv and, if it is not trained, NAME.memory.csv.
"""

import sys
from pathlib import Path

import numpy as np


def with_onnx(model):
    from onnx import checker, load
    from onnx.reference import ReferenceEvaluator

    checker.check_model(load(model), full_check=True)
    return ReferenceEvaluator(str(model))


def with_onnxruntime(model):
    import onnxruntime

    return onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])


def read(file):
    return np.loadtxt(file, delimiter=",", dtype=np.float32, ndmin=2)


evaluator = {"onnx": with_onnx, "onnxruntime": with_onnxruntime}[sys.argv[1]]
for model in sorted(Path(sys.argv[2]).glob("*.onnx")):
    inputs = {"query": read(model.with_suffix(".queries.csv"))}
    memory = model.with_suffix(".memory.csv")
    if memory.exists():
        inputs["memory.weight"] = read(memory)
    (predictions,) = evaluator(model).run(["prediction"], inputs)
    print(model.stem, *predictions.tolist())
