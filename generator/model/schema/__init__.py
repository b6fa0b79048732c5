"""One definition of what a file may hold, read from the model, and what follows from it for those who write files.

``fields`` is the model as data, ``layout`` its sections, ``words`` its French, ``examples`` its examples;
``json_schema`` serves text editors and ``form`` the browser.
"""
